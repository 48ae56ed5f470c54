"""The wheel as a user installs it: what it holds, and that it works without the checkout."""
