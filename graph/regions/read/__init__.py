"""What is read of each region: its groups under each reading, profile, shape, turnover."""
