"""Renderers: one module a format; each draws a document and decides nothing."""
