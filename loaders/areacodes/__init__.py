"""The history of yescallop/areacodes of a user's own, merged over the shipped divisions."""
