"""What a question asks: about which plans, places, years and items, what the talk was about, and what is wanted."""
