"""A page of HTML as Word file and plain text, the dates as a calendar, all of it in one ZIP. PDF: wizard/pdf.py."""
