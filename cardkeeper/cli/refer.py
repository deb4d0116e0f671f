"""`refer`: leads and referrals, given and received, with the chain to their source and what came of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from cardkeeper.acting import Acting
from cardkeeper.cli.libraries import local_today, open_to_read, open_to_write
from cardkeeper.cli.naming import person_of
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.library import Library
from cardkeeper.model.relationships import Consent, Handing, Lead, Outcome, Referral
from cardkeeper.relationships import referrals
from cardkeeper.relationships.referrals import Node
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("refer", help=tr("leads and referrals, given and received"))
    parser.add_argument("prospect", nargs="?", metavar=tr("PERSON"), help=tr("who is handed on, by number or words"))
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--to", metavar=tr("PERSON"), help=tr("to whom you give it"))
    way.add_argument("--from", dest="source", metavar=tr("PERSON"), help=tr("who gave it to you"))
    parser.add_argument("--about", default="", metavar="TEXT")
    parser.add_argument(
        "--introduced", action="store_true", help=tr("both were brought together by a mail or in person")
    )
    parser.add_argument("--after", type=int, metavar="ID", help=tr("the referral that led to this one"))
    parser.add_argument("--need", type=int, metavar="ID", help=tr("the need that it answers"))
    parser.add_argument("--lead", metavar=tr("BUSINESS"), help=tr("no person yet: a business where there may be some"))
    parser.add_argument("--place", default="", metavar="TEXT")
    parser.add_argument("--grows", type=int, metavar="ID", help=tr("the lead that becomes this referral"))
    parser.add_argument("--id", type=int, metavar="ID", help=tr("go on with this referral"))
    parser.add_argument("--asked", action="store_true")
    parser.add_argument("--agrees", action="store_true", help=tr("they expect the call, or agree to be named"))
    parser.add_argument("--declines", action="store_true")
    parser.add_argument("--handed-on", action="store_true", help=tr("the receiver has the details"))
    parser.add_argument("--succeeded", metavar="TEXT", help=tr("what came of it"))
    parser.add_argument("--nothing", metavar="TEXT", help=tr("it came to nothing, and why"))
    parser.add_argument("--told", action="store_true", help=tr("the source knows what came of it"))
    parser.add_argument("--tree", metavar=tr("PERSON"), help=tr("all that came from a person, with what came of it"))
    parser.add_argument("--json", action="store_true", help=tr("list as JSON, one object a line"))
    parser.set_defaults(run=run, usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Note a lead or a referral, go on with one, or list them."""
    today = local_today()
    if options.id is not None:
        return _go_on(options, today)
    if options.tree is not None:
        return _show_tree(options, today)
    if options.prospect is None and options.lead is None:
        return _list(options, today)
    if options.to is None and options.source is None:
        options.usage(tr("say --to whom you give it, or --from whom you have it"))
    with open_to_write(options) as library:
        out(_add_lead(library, options, today) if options.lead else _add(library, options, today))
    return DONE


def _add_lead(library: Library, options: argparse.Namespace, today: date) -> str:
    direction = Handing.GIVEN if options.to else Handing.RECEIVED
    partner = person_of(library, options.to or options.source)
    lead = Lead(direction, partner, options.lead.strip(), today, options.place, options.about)
    return f"{library.leads.save(lead)}\t{library.people.get(partner).name}\t{lead.business}"


def _add(library: Library, options: argparse.Namespace, today: date) -> str:
    source = person_of(library, options.source) if options.source else None
    receiver = person_of(library, options.to) if options.to else None
    known = options.introduced
    referral = Referral(
        source,
        receiver,
        person_of(library, options.prospect),
        today,
        options.about,
        Consent.AGREED if known else Consent.NOT_ASKED,
        today if known else None,
        today if source or known else None,
        known,
        parent_id=options.after,
        need_id=options.need,
    )
    new = library.referrals.save(referral) if options.grows is None else library.leads.grow(options.grows, referral)
    return _in_words(library, library.referrals.get(new), today)


def _go_on(options: argparse.Namespace, today: date) -> int:
    with open_to_write(options) as library:
        known = library.referrals.get(options.id)
        with library.transaction(tr("Changed the referral of {name}", name=_name(library, known.prospect_id))):
            if options.asked:
                library.referrals.save(referrals.ask(known, today))
            if options.agrees:
                Acting(library).confirm(library.referrals.get(options.id), today)
            if options.declines:
                library.referrals.save(referrals.confirm(library.referrals.get(options.id), today, agrees=False))
            if options.handed_on:
                library.referrals.save(referrals.hand_on(library.referrals.get(options.id), today))
            for outcome, text in ((Outcome.SUCCEEDED, options.succeeded), (Outcome.NOTHING, options.nothing)):
                if text is not None:
                    ended = referrals.conclude(library.referrals.get(options.id), outcome, text, today)
                    library.referrals.save(ended)
            if options.told:
                library.referrals.save(referrals.told(library.referrals.get(options.id), today))
        out(_in_words(library, library.referrals.get(options.id), today))
    return DONE


def _show_tree(options: argparse.Namespace, today: date) -> int:
    with open_to_read(options) as library:
        source = person_of(library, options.tree)
        out(_name(library, source))
        for line in _branches(library, referrals.tree_of(source, library.referrals.all()), today):
            out(line)
    return DONE


def _branches(library: Library, nodes: Iterable[Node], today: date, depth: int = 1) -> Iterator[str]:
    for node in nodes:
        name = _name(library, node.referral.prospect_id)
        yield "    " * depth + f"{name}: {referrals.outcome_words(node.referral, today)}"
        yield from _branches(library, node.children, today, depth + 1)


def _list(options: argparse.Namespace, today: date) -> int:
    with open_to_read(options) as library:
        every = library.referrals.all()
        for referral in every:
            out(_as_json(library, referral, every) if options.json else _in_words(library, referral, today))
        leads = library.leads.open()
        if not options.json:
            for lead in leads:
                out(f"{lead.id}\t{tr('lead')}\t{_name(library, lead.contact_id)}\t{lead.business}")
    if not every and not leads:
        say(tr("There is no referral and no lead yet."))
    return DONE


def _in_words(library: Library, referral: Referral, today: date) -> str:
    given = referral.direction is Handing.GIVEN
    partner = _name(library, referral.partner_id or 0)
    way = tr("to {name}", name=partner) if given else tr("from {name}", name=partner)
    prospect = _name(library, referral.prospect_id)
    return f"{referral.id}\t{prospect}\t{way}\t{referrals.outcome_words(referral, today)}"


def _as_json(library: Library, referral: Referral, every: tuple[Referral, ...]) -> str:
    chain = [each.id for each in referrals.chain(referral, every)]
    names = {"prospect": _name(library, referral.prospect_id), "partner": _name(library, referral.partner_id or 0)}
    return msgspec.json.encode(
        {**names, "direction": referral.direction.value, "chain": chain, **msgspec.to_builtins(referral)}
    ).decode()


def _name(library: Library, contact_id: int) -> str:
    return library.people.get(contact_id).name
