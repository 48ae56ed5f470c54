"""Where everything stands in a drawing, and how it looks: layouts, boxes, styles, words."""
