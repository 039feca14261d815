"""Emotion curves laid over each other: the view « Courbes » of the place Parcours."""
