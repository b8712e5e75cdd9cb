//! How long a sign-in must wait after failures (numbers of OWASP ASVS and our own promises).
