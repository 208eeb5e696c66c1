"""The LanguageTool HTTP API, so that editors which speak it can use the reviewer."""
