"""The list of customers, with the columns, the page size and the order that MKM's has."""

import os

from django.contrib import admin

from .models import Customer


@admin.register(Customer)
class CustomerAdmin(admin.ModelAdmin):
    list_display = ["number", "last_name", "first_name", "company", "product_count"]
    search_fields = ["number", "last_name", "first_name", "company"]
    list_per_page = 50
    # The index of MKM's list serves this order.
    ordering = ["name_key", "number_key"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(reseller_id=os.environ["BENCH_RESELLER"])
