"""Words to people: letters from templates, checked for selling, and the files that hand them to other programs."""
