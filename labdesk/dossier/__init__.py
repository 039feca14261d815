"""From a project to blocks, and from blocks to accessible pages."""
