"""The provider's door: their profile, what they need to link here, what a client is told, and what they can learn."""
