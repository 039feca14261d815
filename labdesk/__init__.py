"""LabDesk: user journeys, problem canvases and prototypes, from the workshop to the funding dossier."""
