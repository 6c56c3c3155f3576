"""Why the system refuses something, in words that can be told in every language: its own are those of one."""

from __future__ import annotations

import errno
import os

from generator.i18n.messages import N_

_REASONS = {
    errno.EACCES: N_("the right to do so is missing"),
    errno.EPERM: N_("the system does not allow it"),
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("something on the way to it is no folder"),
    errno.EEXIST: N_("it is there already"),
    errno.ENOTEMPTY: N_("the folder is not empty"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the space allowed is used up"),
    errno.EROFS: N_("the disk can only be read"),
    errno.EFBIG: N_("the file is too large for the disk"),
    errno.EIO: N_("the disk or the connection to it failed"),
    errno.EBUSY: N_("something else is using it"),
    errno.ETXTBSY: N_("something else is using it"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EILSEQ: N_("the name has signs that the disk cannot keep"),
    errno.EINVAL: N_("the system cannot do that with it"),
    errno.ELOOP: N_("links lead in a circle"),
    errno.EXDEV: N_("it lies on another disk"),
    errno.EMFILE: N_("too many files are open"),
    errno.ENFILE: N_("too many files are open"),
    errno.ENOMEM: N_("the memory is used up"),
    errno.EADDRINUSE: N_("the address is in use"),
    errno.EADDRNOTAVAIL: N_("this machine does not have the address"),
    errno.ENXIO: N_("no such device"),
    errno.ENODEV: N_("no such device"),
    errno.ESTALE: N_("the network disk has lost it"),
    errno.ETIMEDOUT: N_("the network does not answer"),
}
_BY_WORDS = {os.strerror(number): reason for number, reason in _REASONS.items()}
_UNKNOWN = N_("the system gives no reason that is known here")


def reason_of(error: OSError) -> str:
    """Why the system refused something, as a message to be translated."""
    return _REASONS.get(error.errno or 0, _UNKNOWN)


def reason_in(said: str) -> str:
    """The same for what the system was quoted with, where the error itself is gone."""
    return _BY_WORDS.get(said, _UNKNOWN)
