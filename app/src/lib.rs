//! What MKM shows and what can be asked of it.
