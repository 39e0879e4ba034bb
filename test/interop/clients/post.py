"""python3 post.py URL [NAME=VALUE]...: one request with Python's own urllib, a form where there are fields; prints
{"status", "location", "body"}."""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request

url, *fields = sys.argv[1:]
form = urllib.parse.urlencode([tuple(field.split("=", 1)) for field in fields]).encode() if fields else None
try:
    reply = urllib.request.urlopen(url, form)
except urllib.error.HTTPError as error:
    reply = error
print(json.dumps({"status": reply.status, "location": reply.headers.get("location"), "body": reply.read().decode()}))
