"""The control plane's reads, lists and idempotent creates, as one would write them with FastAPI."""
