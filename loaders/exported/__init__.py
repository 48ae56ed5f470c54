"""What an export holds, told by the words of the data package."""
