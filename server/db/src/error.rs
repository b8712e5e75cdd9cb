//! From the database's errors to the application's: the table of named constraints.
