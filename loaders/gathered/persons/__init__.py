"""Who is one person: the rule, the reviewed decisions, names that nothing decides. No title is read here."""
