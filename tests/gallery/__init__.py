"""The gallery, docs/gallery.md: pages made from the shipped data, their images, and what they show."""
