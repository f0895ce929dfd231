"""What a decision is: frozen typed values, standard library only, pure."""
