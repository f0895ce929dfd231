"""Units that change an amount: working time, lengths of time, currencies. All other units are words for people."""

DAYS_A_YEAR = 365.25
HOURS_A_WORKING_WEEK = 40
DAYS_A_WORKING_WEEK = 5
WEEKS_A_YEAR = DAYS_A_YEAR / 7

_WEEKS_OF_WORK = {
    "person-hour": 1 / HOURS_A_WORKING_WEEK,
    "person-day": 1 / DAYS_A_WORKING_WEEK,
    "person-week": 1.0,
    "person-month": WEEKS_A_YEAR / 12,
    "person-quarter": WEEKS_A_YEAR / 4,
    "person-year": WEEKS_A_YEAR,
}
_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"}
_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)
_CURRENCIES = frozenset(_CODES.split())


def weeks_of_work(unit: str | None) -> float | None:
    """How many person-weeks of 40 hours the unit holds; None if it is no unit of working time.

    Months and years are those of the calendar: a person-month is 4.35 person-weeks.
    """
    return _WEEKS_OF_WORK.get((unit or "").removesuffix("s"))


def currency_of(unit: str | None) -> str | None:
    """The ISO 4217 code of a currency, also in `EUR/booking` and for its sign; None if the unit is no currency."""
    first = (unit or "").split("/")[0]
    code = _SYMBOLS.get(first, first)
    return code if code in _CURRENCIES else None


def is_share(unit: str | None) -> bool:
    """Whether the unit is `%` or `pp`, alone or before a word (`% sessions`)."""
    return (unit or "").split(" ")[0] in {"%", "pp"}
