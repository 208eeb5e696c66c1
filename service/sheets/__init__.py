"""Forms in workbooks and CSV files: read as people lay them out, and written back marked."""
