"""Which model is in which database."""


class CustomersAreElsewhere:
    """Customers are read from MKM's tables."""

    def db_for_read(self, model, **hints):
        return "mkm" if model._meta.app_label == "customers" else "default"

    db_for_write = db_for_read

    def allow_migrate(self, db, app_label, **hints):
        return db == "default" and app_label != "customers"
