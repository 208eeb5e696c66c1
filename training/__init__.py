"""The training kit: corpus → features → models → measurements → cards. scikit-learn lives here."""
