"""The release folder: every form agrees with the tables.

cff_1_2_0.json is the schema of the Citation File Format 1.2.0 (CC BY 4.0, the CFF project).
"""
