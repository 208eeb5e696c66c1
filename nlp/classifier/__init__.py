"""Classifiers annotate, rules judge: an analysed text → ``Prediction(label, probability, evidence)``.

For now each task is a decision list over named features. Threshold, wording, severity and
suggestions stay in the rules, so a trained model can take a list's place unnoticed.
"""

from nlp.classifier.kendali import classify_kendali
from nlp.classifier.selesai import classify_selesai
from nlp.classifier.sentimen import classify_sentimen
from nlp.classifier.terukur import classify_terukur

__all__ = ["classify_kendali", "classify_selesai", "classify_sentimen", "classify_terukur"]
