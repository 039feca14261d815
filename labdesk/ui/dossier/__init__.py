"""The place Dossier: texts, budget, tables, control, preview, exports. Rules and pages come from below."""
