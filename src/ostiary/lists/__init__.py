"""What did an authority publish? One reader and one YAML description per list; changes nothing on the way in."""
