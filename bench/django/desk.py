"""Settings, model, admin and addresses: a customer list as Django's admin makes it of four lines."""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
STATIC = Path(os.environ["BENCH_STATIC"])


def _database(name: str, role: str) -> dict:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": role,
        "HOST": os.environ["BENCH_SOCKET"],
        # As long as the process lives: a connection for each request would be an unfair start.
        "CONN_MAX_AGE": None,
    }


SECRET_KEY = "for the benchmark only"
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "addresses"
WSGI_APPLICATION = None
USE_TZ = True
LANGUAGE_CODE = "de"
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "customers",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
# Accounts and sessions are Django's own; the customers are those of MKM.
DATABASES = {
    "default": _database("django", "django"),
    "mkm": _database(os.environ["BENCH_DATABASE"], "mkm_backup"),
}
DATABASE_ROUTERS = ["customers.router.CustomersAreElsewhere"]
STATIC_URL = "/static/"
STATIC_ROOT = STATIC
# Files with a hash in their name, compressed beforehand, as MKM's are.
STORAGES = {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
}
