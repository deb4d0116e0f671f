"""From files of people into the library: first a plan that changes nothing, then all of it as one step."""
