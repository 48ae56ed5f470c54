"""The shipped divisions (行政区划) and townships: read, checked, made into records."""
