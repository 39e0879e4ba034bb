"""python3 call.py ENDPOINT METHOD PARAMETER...: one call with Python's own client; prints {"value"} or {"fault"}."""

import json
import sys
import xmlrpc.client

endpoint, method, *parameters = sys.argv[1:]
try:
    answer = {"value": getattr(xmlrpc.client.ServerProxy(endpoint), method)(*parameters)}
except xmlrpc.client.Fault as fault:
    answer = {"fault": fault.faultCode}
print(json.dumps(answer))
