"""The window: pages made of Qt widgets over the library, which knows nothing of them."""
