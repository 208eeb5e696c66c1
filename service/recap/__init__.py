"""The recap as it is asked for and answered: bodies, staff lists, tables, files."""
