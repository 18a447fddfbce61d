"""Speaks to a running LibreOffice: a path of a .docx on each line in, "done" out. Runs in LibreOffice's own Python."""

import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def _connected(port: str) -> Any:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(200):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise TimeoutError("LibreOffice")


def _option(name: str, value: Any) -> PropertyValue:
    option = PropertyValue()
    option.Name, option.Value = name, value
    return option


def _convert(desktop: Any, file: Path) -> None:
    document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (_option("Hidden", True),))
    accessible = (_option("PDFUACompliance", True), _option("UseTaggedPDF", True))
    filters = uno.Any("[]com.sun.star.beans.PropertyValue", accessible)
    target = file.with_suffix(".pdf").as_uri()
    document.storeToURL(target, (_option("FilterName", "writer_pdf_Export"), _option("FilterData", filters)))
    document.close(True)


def main() -> None:
    """Convert until an empty line, and then stop LibreOffice."""
    context = _connected(sys.argv[1])
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for line in sys.stdin:
        if not line.strip():
            break
        _convert(desktop, Path(line.strip()))
        print("done", flush=True)
    desktop.terminate()


if __name__ == "__main__":
    main()
