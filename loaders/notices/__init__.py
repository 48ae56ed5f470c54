"""Official notices (通知) read into drafts: text in, seats and what was not understood out."""
