"""What things are called, and which names a typed word finds; it asks no graph which things there are."""
