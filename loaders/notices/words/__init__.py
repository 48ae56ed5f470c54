"""Single words of a notice: names of persons, roles, bodies, days."""
