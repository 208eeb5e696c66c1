"""The LibreOffice extension: nothing but settings that lead LibreOffice's own checker here.

Sources: LibreOffice's ``officecfg/registry/schema/org/openoffice/Office/Linguistic.xcs`` (names and
types), ``lingucomponent/source/spellcheck/languagetool`` (the checker asks ``BaseURL`` + ``/check``
for the locales of its own ``GrammarCheckers`` entry, in which Indonesian is missing).
"""

import io
import zipfile
from xml.sax.saxutils import escape

from fastapi import APIRouter, Request, Response

from service.address import address_of
from service.answers import SERVICE_VERSION
from service.languagetool.request import LANGUAGE
from service.problems import Problem

OXT_TYPE = "application/vnd.openofficeorg.extension"
NAME = "cermat.oxt"
_CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)

_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
  <manifest:file-entry manifest:full-path="cermat.xcu"
    manifest:media-type="application/vnd.sun.star.configuration-data"/>
</manifest:manifest>
"""

_DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006"
  xmlns:d="http://openoffice.org/extensions/description/2006"
  xmlns:l="http://libreoffice.org/extensions/description/2011"
  xmlns:xlink="http://www.w3.org/1999/xlink">
  <identifier value="id.cermat.languagetool"/>
  <version value="{version}"/>
  <platform value="all"/>
  <dependencies>
    <l:LibreOffice-minimal-version value="7.4" d:name="LibreOffice 7.4"/>
  </dependencies>
  <publisher><name xlink:href="{address}/" lang="id">cermat</name></publisher>
  <display-name><name lang="id">cermat: pemeriksa formulir bimbingan kinerja</name></display-name>
</description>
"""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  oor:package="org.openoffice.Office" oor:name="Linguistic">
  <node oor:name="GrammarChecking">
    <prop oor:name="IsAutoCheck" oor:type="xs:boolean"><value>true</value></prop>
    <node oor:name="LanguageTool">
      <prop oor:name="IsEnabled" oor:type="xs:boolean"><value>true</value></prop>
      <prop oor:name="BaseURL" oor:type="xs:string"><value>{address}/v2</value></prop>
    </node>
  </node>
  <node oor:name="ServiceManager">
    <node oor:name="GrammarCheckers">
      <node oor:name="{checker}" oor:op="fuse">
        <prop oor:name="Locales" oor:type="oor:string-list">
          <value><it>{language}</it></value>
        </prop>
      </node>
    </node>
    <node oor:name="GrammarCheckerList">
      <prop oor:name="{language}" oor:op="fuse" oor:type="oor:string-list">
        <value><it>{checker}</it></value>
      </prop>
    </node>
  </node>
</oor:component-data>
"""

router = APIRouter(include_in_schema=False)


@router.get("/unduh/cermat.oxt")
async def download(request: Request) -> Response:
    """The extension for this server."""
    address = address_of(request)
    if address is None:
        raise Problem(
            "permintaan",
            "Alamat layanan tidak dapat dikenali dari tajuk Host. Isi CERMAT_PUBLIC_URL.",
        )
    return Response(
        extension(address),
        media_type=OXT_TYPE,
        headers={
            "content-disposition": f'attachment; filename="{NAME}"',
            "cache-control": "no-store",
        },
    )


def extension(address: str) -> bytes:
    """The extension's file for a service at ``address``; the same bytes every time.

    Its checker keeps Indonesian alone: a text in another language is never sent.
    """
    values = {
        "address": escape(address, {'"': "&quot;"}),
        "version": SERVICE_VERSION,
        "checker": _CHECKER,
        "language": LANGUAGE,
    }
    files = {
        "META-INF/manifest.xml": _MANIFEST,
        "description.xml": _DESCRIPTION.format_map(values),
        "cermat.xcu": _SETTINGS.format_map(values),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()
