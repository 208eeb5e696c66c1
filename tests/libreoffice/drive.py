"""Run by a Python that has ``uno``: writes a document and asks LibreOffice what it found in it.

``drive.py PORT`` reads one line of JSON, ``{"paragraphs": […], "table": [[…], …]}``, opens a Writer
document of it in Indonesian and says ``terbuka``. On the next line it asks Writer for the findings
of every paragraph and puts the first suggestion for the last finding in its place. It prints JSON:
the settings in force, the checkers for Indonesian, the findings, and the text after the change.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.text.TextMarkupType import PROOFREADING

CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
SETTINGS = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
INDONESIAN = Locale("id", "ID", "")


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


def settings_of(context, make):
    provider = make("com.sun.star.configuration.ConfigurationProvider", context)
    settings = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess",
        (PropertyValue("nodepath", 0, SETTINGS, 0),),
    )
    linguistic = make("com.sun.star.linguistic2.LinguServiceManager", context)
    checker = make(CHECKER, context)
    return {
        "enabled": settings.getPropertyValue("IsEnabled"),
        "address": settings.getPropertyValue("BaseURL"),
        "active": list(
            linguistic.getConfiguredServices("com.sun.star.linguistic2.Proofreader", INDONESIAN)
        ),
        "indonesian": checker.hasLocale(INDONESIAN),
        "english": checker.hasLocale(Locale("en", "US", "")),
    }


def write(document, paragraphs, table):
    """The paragraphs, then the table, all of them Indonesian."""
    text = document.Text
    text.createTextCursor().CharLocale = INDONESIAN
    for paragraph in paragraphs:
        text.insertString(text.End, paragraph, False)
        text.insertControlCharacter(text.End, PARAGRAPH_BREAK, False)
    cells = document.createInstance("com.sun.star.text.TextTable")
    cells.initialize(len(table), len(table[0]))
    text.insertTextContent(text.End, cells, False)
    for row, words in enumerate(table):
        for column, word in enumerate(words):
            cell = cells.getCellByPosition(column, row)
            cell.createTextCursor().CharLocale = INDONESIAN
            cell.setString(word)


def found_in(document, iterator):
    """The text and findings of each paragraph, and its last finding mended."""
    paragraphs = document.getFlatParagraphIterator(PROOFREADING, False)
    paragraph = paragraphs.getFirstPara()
    while paragraph is not None:
        text = paragraph.getText()
        result = iterator.checkSentenceAtPosition(document, paragraph, text, INDONESIAN, 0, -1, -1)
        errors = [
            [error.nErrorStart, error.nErrorLength, list(error.aSuggestions), error.aShortComment]
            for error in result.aErrors
        ]
        # A change makes the paragraph stale, so the last finding alone is mended.
        for start, length, suggestions, _ in errors[-1:]:
            paragraph.changeText(start, length, suggestions[0], ())
        yield {"text": text, "errors": errors}
        paragraph = paragraphs.getNextPara()


def main(port):
    wanted = json.loads(sys.stdin.readline())
    context = connect(port)
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    # Writer checks of itself only what is shown; without a screen it shows it to nobody.
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
    write(document, wanted["paragraphs"], wanted["table"])
    print("terbuka", flush=True)
    sys.stdin.readline()
    iterator = make("com.sun.star.linguistic2.ProofreadingIterator", context)
    answer = settings_of(context, make)
    answer["found"] = list(found_in(document, iterator))
    answer["mended"] = document.Text.String.splitlines()
    print(json.dumps(answer), flush=True)
    document.close(True)
    desktop.terminate()


main(int(sys.argv[1]))
