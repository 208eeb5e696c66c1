"""The service around the reviewer: HTTP and command line in, answers out.

It knows no spaCy, no scikit-learn and no rule; it reads what people send, asks ``nlp`` and writes
the answer down.
"""
