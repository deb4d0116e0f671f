"""From words to fields: layout, contact points, names and addresses, each decision with its reason."""
