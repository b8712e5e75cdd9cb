"""MKM's table of customers."""

from django.db import models


class Customer(models.Model):
    id = models.UUIDField(primary_key=True)
    reseller_id = models.UUIDField()
    number = models.CharField(max_length=32)
    company = models.CharField(max_length=100, null=True, blank=True)
    last_name = models.CharField(max_length=100)
    first_name = models.CharField(max_length=100)
    street = models.CharField(max_length=200)
    postal_code = models.CharField(max_length=10)
    city = models.CharField(max_length=100)
    country = models.CharField(max_length=2)
    phone = models.CharField(max_length=16)
    mobile = models.CharField(max_length=16)
    email = models.CharField(max_length=254)
    website = models.CharField(max_length=2048, null=True, blank=True)
    product_count = models.IntegerField()
    number_key = models.TextField(editable=False)
    name_key = models.TextField(editable=False)

    class Meta:
        managed = False
        db_table = "customer"
        verbose_name_plural = "customers"

    def __str__(self):
        return self.number
