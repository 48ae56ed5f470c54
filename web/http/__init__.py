"""What stands before every screen: who may enter, which requests are refused, how questions are asked.

No page and no question lives here.
"""
