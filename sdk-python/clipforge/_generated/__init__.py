"""What is made from the contract."""
