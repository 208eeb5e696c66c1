"""Run by a Python that has ``uno``: asks a listening LibreOffice what it knows and finds.

``drive.py PORT TEXT`` prints JSON: the settings in force, the checkers active for Indonesian,
whether the built-in checker takes Indonesian, and what it underlines in TEXT.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
SETTINGS = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"


def connect(port):
    """The component context of the LibreOffice that listens; it may still be starting."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(120):
        try:
            return resolver.resolve(address)
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def main(port, text):
    context = connect(port)
    make = context.ServiceManager.createInstanceWithContext
    provider = make("com.sun.star.configuration.ConfigurationProvider", context)
    settings = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess",
        (PropertyValue("nodepath", 0, SETTINGS, 0),),
    )
    indonesian = Locale("id", "ID", "")
    linguistic = make("com.sun.star.linguistic2.LinguServiceManager", context)
    checker = make(CHECKER, context)
    found = checker.doProofreading("uji", text, indonesian, 0, len(text), ())
    answer = {
        "enabled": settings.getPropertyValue("IsEnabled"),
        "address": settings.getPropertyValue("BaseURL"),
        "active": list(
            linguistic.getConfiguredServices("com.sun.star.linguistic2.Proofreader", indonesian)
        ),
        "indonesian": checker.hasLocale(indonesian),
        "english": checker.hasLocale(Locale("en", "US", "")),
        "errors": [
            [error.nErrorStart, error.nErrorLength, list(error.aSuggestions)]
            for error in found.aErrors
        ],
    }
    print(json.dumps(answer))
    make("com.sun.star.frame.Desktop", context).terminate()


main(int(sys.argv[1]), sys.argv[2])
