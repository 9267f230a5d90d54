"""Where a cue, a source and a content begin and end, once it is known that they are one."""
