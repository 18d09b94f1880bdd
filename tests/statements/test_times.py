"""Time expressions: spans, types, values, days, roles."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Moment
from dateline.statements import TimeExpression, find_times

# A Tuesday.
PUBLISHED = date(2021, 11, 23)

ENGLISH: list[tuple[str, str]] = [
    ("He was arrested on Friday.", "Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("The ministers will meet on Friday.", "Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("The council meets again next Friday.", "next Friday | DATE 2021-12-03 | 2021-12-03..2021-12-03 | event"),
    ("The strike began last Friday.", "last Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("The vote is due this Friday.", "this Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("A vote is planned for Friday.", "Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("On Monday the mayor resigned.", "Monday | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event"),
    ("On Monday the mayor will resign.", "Monday | DATE 2021-11-29 | 2021-11-29..2021-11-29 | event"),
    ("Police said Tuesday that two men were held.", "Tuesday | DATE 2021-11-23 | 2021-11-23..2021-11-23 | event"),
    ("The troops must leave by December 31.", "December 31 | DATE 2021-12-31 | ..2021-12-31 | deadline"),
    ("The offer ends on 31 August.", "31 August | DATE 2022-08-31 | 2022-08-31..2022-08-31 | event"),
    ("They agreed to leave by 31 August.", "31 August | DATE 2022-08-31 | ..2022-08-31 | deadline"),
    ("He was born on December 15.", "December 15 | DATE 2020-12-15 | 2020-12-15..2020-12-15 | event"),
    ("He died on 2 November 2021.", "2 November 2021 | DATE 2021-11-02 | 2021-11-02..2021-11-02 | event"),
    ("The law of March 3, 2019, was repealed.", "March 3, 2019 | DATE 2019-03-03 | 2019-03-03..2019-03-03 | event"),
    ("The talks opened on Tuesday, Nov. 9, 2021.", "Tuesday, Nov. 9, 2021 | DATE 2021-11-09 | 2021-11-09..2021-11-09 | event"),
    ("The storm of Sept. 17 killed four.", "Sept. 17 | DATE 2021-09-17 | 2021-09-17..2021-09-17 | event"),
    ("The fair runs June 3-5.", "June 3-5 | DATE 2021-06-03/2021-06-05 | 2021-06-03..2021-06-05 | event"),
    (
        "The fair will run from 3 to 5 June 2022.",
        "3 to 5 June 2022 | DATE 2022-06-03/2022-06-05 | 2022-06-03..2022-06-05 | start",
    ),
    (
        "It will open on 5 June and close in October.",
        "5 June | DATE 2022-06-05 | 2022-06-05..2022-06-05 | event ; October | DATE 2022-10 | 2022-10-01..2022-10-31 | event",
    ),
    ("The dam opened in May 2015.", "May 2015 | DATE 2015-05 | 2015-05-01..2015-05-31 | event"),
    ("The dam opened in May.", "May | DATE 2021-05 | 2021-05-01..2021-05-31 | event"),
    ("The dam will open in May.", "May | DATE 2022-05 | 2022-05-01..2022-05-31 | event"),
    ("The dam opened last May.", "last May | DATE 2021-05 | 2021-05-01..2021-05-31 | event"),
    ("The dam opens next May.", "next May | DATE 2022-05 | 2022-05-01..2022-05-31 | event"),
    ("The dam will open in early May.", "early May | DATE 2022-05 | 2022-05-01..2022-05-10 | event vague"),
    ("It happened in late 2019.", "late 2019 | DATE 2019 | 2019-10-01..2019-12-31 | event vague"),
    ("It happened in mid-2019.", "mid-2019 | DATE 2019 | 2019-04-01..2019-09-30 | event vague"),
    ("It happened in mid-October.", "mid-October | DATE 2021-10 | 2021-10-11..2021-10-20 | event vague"),
    ("It was built in early March 2020.", "early March 2020 | DATE 2020-03 | 2020-03-01..2020-03-10 | event vague"),
    ("It will close at the end of the month.", "the end of the month | DATE 2021-11 | 2021-11-21..2021-11-30 | event"),
    ("The work must end by the end of the decade.", "the end of the decade | DATE 202 | ..2029-12-31 | deadline"),
    ("The work must end by the end of 2025.", "the end of 2025 | DATE 2025 | ..2025-12-31 | deadline"),
    ("It closed at the beginning of the year.", "the beginning of the year | DATE 2021 | 2021-01-01..2021-03-31 | event vague"),
    ("It was the middle of October.", "the middle of October | DATE 2021-10 | 2021-10-11..2021-10-20 | event vague"),
    ("Prices rose earlier this year.", "earlier this year | DATE 2021 | 2021-01-01..2021-11-23 | event vague"),
    ("Prices will rise later this year.", "later this year | DATE 2021 | 2021-11-23..2021-12-31 | event vague"),
    ("The rest of the year will be dry.", "The rest of the year | DATE 2021 | 2021-11-23..2021-12-31 | event"),
    ("He arrived earlier this month.", "earlier this month | DATE 2021-11 | 2021-11-01..2021-11-23 | event vague"),
    ("Prices fell this week.", "this week | DATE 2021-W47 | 2021-11-22..2021-11-28 | event"),
    ("Prices fell last week.", "last week | DATE 2021-W46 | 2021-11-15..2021-11-21 | event"),
    ("Prices will fall next week.", "next week | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
    ("The week of March 6 was quiet.", "The week of March 6 | DATE 2021-W09 | 2021-03-01..2021-03-07 | event"),
    ("It rained over the weekend.", "the weekend | DATE 2021-W46-WE | 2021-11-20..2021-11-21 | event"),
    ("It will rain next weekend.", "next weekend | DATE 2021-W48-WE | 2021-12-04..2021-12-05 | event"),
    ("He left last year.", "last year | DATE 2020 | 2020-01-01..2020-12-31 | event"),
    ("He will leave next year.", "next year | DATE 2022 | 2022-01-01..2022-12-31 | event"),
    ("He leaves this year.", "this year | DATE 2021 | 2021-01-01..2021-12-31 | event"),
    ("The budget passed last month.", "last month | DATE 2021-10 | 2021-10-01..2021-10-31 | event"),
    ("The budget passes next month.", "next month | DATE 2021-12 | 2021-12-01..2021-12-31 | event"),
    ("It will run over the next week.", "the next week | DURATION P1W | 2021-11-23..2021-11-30 | duration"),
    ("They will go before the December 24 vote.", "December 24 | DATE 2021-12-24 | ..2021-12-23 | deadline"),
    ("The reduced dividend is payable Jan. 2.", "Jan. 2 | DATE 2022-01-02 | 2022-01-02..2022-01-02 | event"),
    ("It is bound by the Feb. 23 accord.", "Feb. 23 | DATE 2022-02-23 | 2022-02-23..2022-02-23 | event"),
    ("He retired in 2014.", "2014 | DATE 2014 | 2014-01-01..2014-12-31 | event"),
    ("He will retire in 2024.", "2024 | DATE 2024 | 2024-01-01..2024-12-31 | event"),
    ("Since 2014 he has lived abroad.", "2014 | DATE 2014 | 2014-01-01.. | start"),
    (
        "She worked there from 2011 to 2014.",
        "2011 | DATE 2011 | 2011-01-01.. | start ; 2014 | DATE 2014 | 2014-01-01..2014-12-31 | event",
    ),
    (
        "She worked there between 2011 and 2014.",
        "2011 | DATE 2011 | 2011-01-01..2011-12-31 | event ; 2014 | DATE 2014 | 2014-01-01..2014-12-31 | event",
    ),
    ("The film won in the 1990s.", "the 1990s | DATE 199 | 1990-01-01..1999-12-31 | event"),
    ("The film won in the '80s.", "the '80s | DATE 198 | 1980-01-01..1989-12-31 | event"),
    ("Fashion of the nineties returned.", "the nineties | DATE 199 | 1990-01-01..1999-12-31 | event"),
    ("The early 1990s were hard.", "early 1990s | DATE 199 | 1990-01-01..1993-12-31 | event vague"),
    ("Ships of the 19th century were slow.", "the 19th century | DATE 18 | 1800-01-01..1899-12-31 | event"),
    ("A twentieth-century house burned.", "twentieth-century | DATE 19 | 1900-01-01..1999-12-31 | event"),
    ("Output rose in the first quarter of 2023.", "the first quarter of 2023 | DATE 2023-Q1 | 2023-01-01..2023-03-31 | event"),
    ("Output rose in the third quarter.", "the third quarter | DATE 2021-Q3 | 2021-07-01..2021-09-30 | event"),
    ("Output rose in the second half of 2020.", "the second half of 2020 | DATE 2020-H2 | 2020-07-01..2020-12-31 | event"),
    ("Third-quarter profit rose.", "Third-quarter | DATE 2021-Q3 | 2021-07-01..2021-09-30 | event"),
    ("Q3 2021 profit rose.", "Q3 2021 | DATE 2021-Q3 | 2021-07-01..2021-09-30 | event"),
    ("Profit rose in last year's third quarter.", "last year's third quarter | DATE 2020-Q3 | 2020-07-01..2020-09-30 | event"),
    (
        "In the first nine months of 2021 output rose.",
        "the first nine months of 2021 | DURATION P9M | 2021-01-01..2021-09-30 | duration",
    ),
    ("The plan covers fiscal 2026.", "fiscal 2026 | DATE 2026 | 2026-01-01..2026-12-31 | event vague"),
    ("The plan covers fiscal year 2025.", "fiscal year 2025 | DATE 2025 | 2025-01-01..2025-12-31 | event vague"),
    (
        "The plan covers the 2025/26 school year.",
        "the 2025/26 school year | DATE 2025/2026 | 2025-01-01..2026-12-31 | event vague",
    ),
    ("The plan covers FY2026.", "FY2026 | DATE 2026 | 2026-01-01..2026-12-31 | event vague"),
    ("The bridge will open next spring.", "next spring | DATE 2022-SP | 2022-03-01..2022-05-31 | event"),
    ("The bridge opened last summer.", "last summer | DATE 2021-SU | 2021-06-01..2021-08-31 | event"),
    ("The bridge opened in the summer of 1998.", "the summer of 1998 | DATE 1998-SU | 1998-06-01..1998-08-31 | event"),
    ("The bridge will open this fall.", "this fall | DATE 2021-FA | 2021-09-01..2021-11-30 | event"),
    ("It opened in winter 2019.", "winter 2019 | DATE 2019-WI | 2019-12-01..2020-02-29 | event"),
    ("It happened three days ago.", "three days ago | DATE 2021-11-20 | 2021-11-20..2021-11-20 | event"),
    ("It happened two weeks ago.", "two weeks ago | DATE 2021-W45 | 2021-11-08..2021-11-14 | event"),
    ("It happened about five months ago.", "five months ago | DATE 2021-06 | 2021-06-01..2021-06-30 | event"),
    ("It happened 50 years ago.", "50 years ago | DATE 1971 | 1971-01-01..1971-12-31 | event"),
    ("It happened a decade ago.", "a decade ago | DATE 2011 | 2011-01-01..2011-12-31 | event vague"),
    ("It happened a few years ago.", "a few years ago | DATE PAST_REF | ..2021-11-23 | event vague"),
    ("It happened many years ago.", "many years ago | DATE PAST_REF | ..2021-11-23 | event vague"),
    ("It ended two years later.", "two years later | DATE 2023 | 2023-01-01..2023-12-31 | event"),
    (
        "He came in 2010 and left three years later.",
        "2010 | DATE 2010 | 2010-01-01..2010-12-31 | event ; three years later | DATE 2013 | 2013-01-01..2013-12-31 | event",
    ),
    (
        "He came on May 3, 2019, and left the following day.",
        "May 3, 2019 | DATE 2019-05-03 | 2019-05-03..2019-05-03 | event ; the following day | DATE 2019-05-04 | 2019-05-04..2019-05-04 | event",
    ),
    (
        "He came on May 3, 2019, and left two days later.",
        "May 3, 2019 | DATE 2019-05-03 | 2019-05-03..2019-05-03 | event ; two days later | DATE 2019-05-05 | 2019-05-05..2019-05-05 | event",
    ),
    (
        "He came in 2010 and left the following year.",
        "2010 | DATE 2010 | 2010-01-01..2010-12-31 | event ; the following year | DATE 2011 | 2011-01-01..2011-12-31 | event",
    ),
    (
        "He came on May 3, 2019, having left a week earlier.",
        "May 3, 2019 | DATE 2019-05-03 | 2019-05-03..2019-05-03 | event ; a week earlier | DATE 2019-04-26 | 2019-04-26..2019-04-26 | event",
    ),
    ("They will meet in three days.", "three days | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("They will meet in two weeks.", "two weeks | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
    ("They will vote in six months.", "six months | DATE 2022-05 | 2022-05-01..2022-05-31 | event"),
    ("Half the mills will be closed in 30 years.", "30 years | DATE 2051 | 2051-01-01..2051-12-31 | event"),
    ("The bill must pass within six months.", "six months | DURATION P6M | 2021-11-23..2022-05-23 | deadline"),
    ("The bill must pass within 10 days.", "10 days | DURATION P10D | 2021-11-23..2021-12-03 | deadline"),
    ("Work will go on over the next three weeks.", "the next three weeks | DURATION P3W | 2021-11-23..2021-12-14 | duration"),
    (
        "Work will go on for the next 12 to 18 months.",
        "the next 12 to 18 months | DURATION P18M | 2021-11-23..2023-05-23 | duration",
    ),
    ("Work went on for the last two months.", "the last two months | DURATION P2M | 2021-09-23..2021-11-23 | duration"),
    ("Work went on for the past decade.", "the past decade | DURATION P10Y | 2011-11-23..2021-11-23 | duration"),
    ("The trial lasted three weeks.", "three weeks | DURATION P3W | .. | duration"),
    ("The trial lasted two and a half years.", "two and a half years | DURATION P2Y6M | .. | duration"),
    ("The trial lasted more than four hours.", "more than four hours | DURATION PT4H | .. | duration vague"),
    ("A two-day visit ended.", "two-day | DURATION P2D | .. | duration"),
    ("A 16-hour flight ended.", "16-hour | DURATION PT16H | .. | duration"),
    ("It took a day and a half.", "a day and a half | DURATION P1DT12H | .. | duration"),
    ("It took a year and a half.", "a year and a half | DURATION P1Y6M | .. | duration"),
    ("It took half a year.", "half a year | DURATION P6M | .. | duration"),
    ("It took several years.", "several years | DURATION PXY | .. | duration vague"),
    ("It took years.", "years | DURATION PXY | .. | duration vague"),
    ("It took decades.", "decades | DURATION PXY | .. | duration vague"),
    ("Prices may rise in the coming months.", "the coming months | DURATION PXM | 2021-11-23.. | duration vague"),
    ("Prices may rise in coming weeks.", "coming weeks | DURATION PXW | 2021-11-23.. | duration vague"),
    ("Prices rose in recent years.", "recent years | DATE PAST_REF | ..2021-11-23 | event vague"),
    ("It may rain in the days ahead.", "the days ahead | DURATION PXD | 2021-11-23.. | duration vague"),
    ("A decade before the group's recent success, it was weak.", "A decade | DURATION P10Y | .. | duration"),
    ("Months after the vote, he left.", "Months | DURATION PXM | .. | duration vague"),
    ("He now lives abroad.", "now | DATE PRESENT_REF | 2021-11-23..2021-11-23 | event vague"),
    ("He currently lives abroad.", "currently | DATE PRESENT_REF | 2021-11-23..2021-11-23 | event vague"),
    ("He left recently.", "recently | DATE PAST_REF | ..2021-11-23 | event vague"),
    ("It will end in the near future.", "the near future | DATE FUTURE_REF | 2021-11-23.. | event vague"),
    ("Errors of the past were named.", "the past | DATE PAST_REF | ..2021-11-23 | event vague"),
    ("He left today.", "today | DATE 2021-11-23 | 2021-11-23..2021-11-23 | event"),
    ("He left yesterday.", "yesterday | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event"),
    ("He leaves tomorrow.", "tomorrow | DATE 2021-11-24 | 2021-11-24..2021-11-24 | event"),
    ("He left yesterday morning.", "yesterday morning | TIME 2021-11-22TMO | 2021-11-22..2021-11-22 | event"),
    ("He speaks tonight.", "tonight | TIME 2021-11-23TNI | 2021-11-23..2021-11-23 | event"),
    ("He spoke last night.", "last night | TIME 2021-11-22TNI | 2021-11-22..2021-11-22 | event"),
    ("He spoke this morning.", "this morning | TIME 2021-11-23TMO | 2021-11-23..2021-11-23 | event"),
    ("He leaves the day after tomorrow.", "the day after tomorrow | DATE 2021-11-25 | 2021-11-25..2021-11-25 | event"),
    ("He left the day before yesterday.", "the day before yesterday | DATE 2021-11-21 | 2021-11-21..2021-11-21 | event"),
    ("He left on Friday morning.", "Friday morning | TIME 2021-11-19TMO | 2021-11-19..2021-11-19 | event"),
    ("The attack began at 5 p.m. on Friday.", "5 p.m. on Friday | TIME 2021-11-19T17:00 | 2021-11-19..2021-11-19 | event"),
    ("The attack began at 9 a.m. Tuesday.", "9 a.m. Tuesday | TIME 2021-11-23T09:00 | 2021-11-23..2021-11-23 | event"),
    (
        "It began Monday night (2130 GMT).",
        "Monday night (2130 GMT) | TIME 2021-11-22T21:30 | 2021-11-22..2021-11-22 | event +00:00",
    ),
    ("It starts at 18:30 GMT on Monday.", "18:30 GMT on Monday | TIME 2021-11-29T18:30 | 2021-11-29..2021-11-29 | event +00:00"),
    ("It starts at noon Saturday.", "noon Saturday | TIME 2021-11-27T12:00 | 2021-11-27..2021-11-27 | event"),
    ("It starts at midnight.", "midnight | TIME 2021-11-23T24:00 | 2021-11-23..2021-11-23 | event"),
    ("It starts at 7:15 p.m.", "7:15 p.m. | TIME 2021-11-23T19:15 | 2021-11-23..2021-11-23 | event"),
    ("It starts at 4 in the morning.", "4 in the morning | TIME 2021-11-23T04:00 | 2021-11-23..2021-11-23 | event"),
    (
        "The offer ends at 5 p.m. EST, Nov. 30.",
        "5 p.m. EST, Nov. 30 | TIME 2021-11-30T17:00 | 2021-11-30..2021-11-30 | event -05:00",
    ),
    ("She runs every day.", "every day | SET P1D | .. | set"),
    ("She runs every Friday.", "every Friday | SET XXXX-WXX-5 | .. | set"),
    ("She runs every other week.", "every other week | SET P2W | .. | set"),
    ("The paper comes out daily.", "daily | SET P1D | .. | set"),
    ("Taxes are paid annually.", "annually | SET P1Y | .. | set"),
    ("They meet on Mondays.", "Mondays | SET XXXX-WXX-1 | .. | set"),
    ("He earns $50,000 a year.", "a year | SET P1Y | .. | set"),
    ("They meet twice a week.", "a week | SET P1W | .. | set"),
    ("The march is held each July.", "each July | SET XXXX-07 | .. | set"),
    ("Rates rise every three months.", "every three months | SET P3M | .. | set"),
    ("The shop opens each morning.", "each morning | SET XXXX-XX-XXTMO | .. | set"),
    ("Shops close at Christmas.", "Christmas | DATE 2021-12-25 | 2021-12-25..2021-12-25 | event"),
    ("Shops closed on Christmas Day 2019.", "Christmas Day 2019 | DATE 2019-12-25 | 2019-12-25..2019-12-25 | event"),
    ("Thanksgiving was quiet.", "Thanksgiving | DATE 2020-11-26 | 2020-11-26..2020-11-26 | event"),
    ("Easter was quiet.", "Easter | DATE 2021-04-04 | 2021-04-04..2021-04-04 | event"),
    (
        "The year ended March 31 was good.",
        "The year | DURATION P1Y | .. | duration ; March 31 | DATE 2021-03-31 | 2021-03-31..2021-03-31 | event",
    ),
    (
        "Sales rose from a year earlier in the third quarter.",
        "a year earlier | DATE 2020 | 2020-01-01.. | start ; the third quarter | DATE 2021-Q3 | 2021-07-01..2021-09-30 | event",
    ),
    ("The deadline is Sunday the 31st.", "Sunday the 31st | DATE 2021-10-31 | ..2021-10-31 | deadline"),
    ("It was due on Monday the 15th.", "Monday the 15th | DATE 2021-11-15 | 2021-11-15..2021-11-15 | event"),
    ("No such day as 30 February exists.", ""),
    ("A man of 25 years old left.", ""),
    ("A 25-year-old man left.", ""),
    ("In 2000 people voted for change.", ""),
    ("About 2000 people voted.", ""),
    ("It costs $1999.", ""),
    ("He paid 2010 dollars.", ""),
    ("He may go.", ""),
    ("May was cold.", "May | DATE 2021-05 | 2021-05-01..2021-05-31 | event"),
    ("March was cold in the north.", "March | DATE 2021-03 | 2021-03-01..2021-03-31 | event"),
    ("Theresa May spoke.", ""),
    ("They march on.", ""),
    ("By Friday, 20 people had died.", "Friday | DATE 2021-11-19 | ..2021-11-19 | deadline"),
    ("By Friday, the council will decide.", "Friday | DATE 2021-11-26 | ..2021-11-26 | deadline"),
    ("Until Friday, he worked there.", "Friday | DATE 2021-11-19 | ..2021-11-19 | deadline"),
    ("The office is open until Friday.", "Friday | DATE 2021-11-26 | ..2021-11-26 | deadline"),
    ("It must be done no later than Tuesday.", "Tuesday | DATE 2021-11-23 | ..2021-11-23 | deadline"),
    ("It must be done before January.", "January | DATE 2022-01 | ..2021-12-31 | deadline"),
    ("It must be done before the end of the year.", "the end of the year | DATE 2021 | ..2021-12-31 | deadline"),
    ("The rule applies from Monday.", "Monday | DATE 2021-11-29 | 2021-11-29.. | start"),
    ("The rule applies starting in 2023.", "2023 | DATE 2023 | 2023-01-01.. | start"),
    ("The rule applies after the end of 2024.", "the end of 2024 | DATE 2024 | 2025-01-01.. | start"),
    ("The loan runs through January.", "January | DATE 2022-01 | ..2022-01-31 | deadline"),
    ("The forecast is for 2022 and beyond.", "2022 | DATE 2022 | 2022-01-01.. | start"),
    ("It will be completed around Nov. 30.", "Nov. 30 | DATE 2021-11-30 | 2021-11-30..2021-11-30 | event"),
    (
        "The office will close in November or December.",
        "November | DATE 2021-11 | 2021-11-01..2021-11-30 | event ; December | DATE 2021-12 | 2021-12-01..2021-12-31 | event",
    ),
    ("This Friday's talks were delayed.", "This Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("Last Friday's talks failed.", "Last Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("The previous Friday was calm.", "The previous Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("The same day two men left.", "The same day | DATE 2021-11-23 | 2021-11-23..2021-11-23 | event"),
    ("That year was bad.", "That year | DATE 2021 | 2021-01-01..2021-12-31 | event"),
    ("This century will be warm.", "This century | DATE 20 | 2000-01-01..2099-12-31 | event"),
    ("The latest quarter was weak.", "The latest quarter | DATE 2021-Q3 | 2021-07-01..2021-09-30 | event"),
    ("He left in nineteen seventy-nine.", "nineteen seventy-nine | DATE 1979 | 1979-01-01..1979-12-31 | event"),
    ("The year two thousand came.", "The year two thousand | DATE 2000 | 2000-01-01..2000-12-31 | event"),
    ("He left on the fourth of July.", "the fourth of July | DATE 2021-07-04 | 2021-07-04..2021-07-04 | event"),
    ("He left on the 4th of July 2019.", "the 4th of July 2019 | DATE 2019-07-04 | 2019-07-04..2019-07-04 | event"),
    ("It opened on 2021-11-05.", "2021-11-05 | DATE 2021-11-05 | 2021-11-05..2021-11-05 | event"),
    (
        "It opened on 5 November 2021 at 14:30 GMT.",
        "5 November 2021 at 14:30 GMT | TIME 2021-11-05T14:30 | 2021-11-05..2021-11-05 | event +00:00",
    ),
    ("It opened on 05/11/2021.", "05/11/2021 | DATE 2021-05-11 | 2021-05-11..2021-05-11 | event vague"),
    ("It was year-end.", "year-end | DATE 2021-12-31 | 2021-12-31..2021-12-31 | event"),
    ("The report is due by year's end.", "year's end | DATE 2021 | ..2021-12-31 | deadline"),
    ("The deal will be signed next Thursday night.", "next Thursday night | TIME 2021-12-02TNI | 2021-12-02..2021-12-02 | event"),
    ("The law takes effect Jan. 1.", "Jan. 1 | DATE 2022-01-01 | 2022-01-01..2022-01-01 | event"),
    ("Parliament was to meet on Friday.", "Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("The deadline had been due to expire on Friday.", "Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("The case is heard in May.", "May | DATE 2022-05 | 2022-05-01..2022-05-31 | event"),
    ("5,000 years passed.", "5,000 years | DURATION P5000Y | .. | duration"),
    ("99999 years ago it was warm.", "99999 years ago | DATE PAST_REF | ..2021-11-23 | event vague"),
    ("In the year 0 it began.", ""),
    ("The year 99999 is far.", ""),
    ("It was 31 April.", ""),
    ("On Sunday the 30th nothing happens.", "Sunday the 30th | DATE XXXX-XX-30 | .. | event unresolved"),
    (
        "He came in the '70s and the late 1980s.",
        "the '70s | DATE 197 | 1970-01-01..1979-12-31 | event ; late 1980s | DATE 198 | 1987-01-01..1989-12-31 | event vague",
    ),
    (
        "He arrived on Monday, and will leave on Wednesday.",
        "Monday | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event ; Wednesday | DATE 2021-11-24 | 2021-11-24..2021-11-24 | event",
    ),
    ("U.S. forces will leave Iraq by Dec. 31.", "Dec. 31 | DATE 2021-12-31 | ..2021-12-31 | deadline"),
    (
        "The minister said on Monday he would resign by Friday.",
        "Monday | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event ; Friday | DATE 2021-11-26 | ..2021-11-26 | deadline",
    ),
    (
        "From Monday to Friday it will rain.",
        "Monday | DATE 2021-11-29 | 2021-11-29.. | start ; Friday | DATE 2021-12-03 | 2021-12-03..2021-12-03 | event",
    ),
    (
        "It rained from Monday to Friday.",
        "Monday | DATE 2021-11-22 | 2021-11-22.. | start ; Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event",
    ),
    ("The book costs 1,999 euros.", ""),
    ("Flight 2015 was late.", ""),
    ("He scored 2005 points.", ""),
    ("The deal expires at the end of next year.", "the end of next year | DATE 2022 | 2022-12-01..2022-12-31 | event"),
    (
        "The hall will reopen in the first half of next year.",
        "the first half of next year | DATE 2022-H1 | 2022-01-01..2022-06-30 | event",
    ),
    ("By mid-2022 it will be done.", "mid-2022 | DATE 2022 | ..2022-09-30 | deadline vague"),
    ("Talks resume early next week.", "early next week | DATE 2021-W48 | 2021-11-29..2021-12-01 | event vague"),
    ("The law applies as of Jan. 1, 2022.", "Jan. 1, 2022 | DATE 2022-01-01 | 2022-01-01.. | start"),
    ("It must pass before Friday.", "Friday | DATE 2021-11-26 | ..2021-11-25 | deadline"),
    ("The court will rule by the end of next week.", "the end of next week | DATE 2021-W48 | ..2021-12-05 | deadline"),
    ("They meet again on Friday.", "Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("He could not be reached on Friday.", "Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("Neither of them could be found on Friday.", "Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("He is leaving on Friday.", "Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("They wrote of the Dec. 8 election.", "Dec. 8 | DATE 2021-12-08 | 2021-12-08..2021-12-08 | event"),
    ("He might have left on Friday.", "Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("He could be freed as early as Friday.", "Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("The board will sell its preferred shares on Friday.", "Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("The ruling came after the Friday attack.", "Friday | DATE 2021-11-19 | 2021-11-20.. | start"),
    ("The court set Friday as the deadline.", "Friday | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
    ("The attack began as planned on Friday.", "Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("They spoke of the West. So on Friday he left.", "Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("She told them of her plans on Friday.", "Friday | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
    ("Early summer was dry.", "Early summer | DATE 2021-SU | 2021-06-01..2021-07-01 | event vague"),
    ("The early summer will be dry.", "The early summer | DATE 2022-SU | 2022-06-01..2022-07-01 | event vague"),
    ("It will end in late spring 2022.", "late spring 2022 | DATE 2022-SP | 2022-05-02..2022-05-31 | event vague"),
    ("Eight trading days went by.", "Eight trading days | DURATION P8D | .. | duration"),
    ("A day-long meeting ended.", "A day-long | DURATION P1D | .. | duration"),
    ("Work ends by year's end.", "year's end | DATE 2021 | ..2021-12-31 | deadline"),
    ("It is open 24 hours a day.", ""),
    ("The vote will come on Election Day.", "Election Day | DATE 2022-11-08 | 2022-11-08..2022-11-08 | event"),
    ("The vote came on Election Day 2016.", "Election Day 2016 | DATE 2016-11-08 | 2016-11-08..2016-11-08 | event"),
    ("Now, where was I?", ""),
    ("The daily Granma said so.", ""),
    ("Prices have come down from the middle of October.", "the middle of October | DATE 2021-10 | 2021-10-11.. | start vague"),
    ("USA TODAY said so.", ""),
    ("They joined the March for Science.", ""),
    ("The quarter ended well.", "The quarter | DATE 2021-Q3 | 2021-07-01..2021-09-30 | event"),
    ("Shops close on New Year's Eve.", "New Year's Eve | DATE 2021-12-31 | 2021-12-31..2021-12-31 | event"),
]

UNDATED: list[tuple[str, str]] = [
    ("He left on Friday.", "Friday | DATE XXXX-WXX-5 | .. | event unresolved"),
    ("By December 31 it ends.", "December 31 | DATE XXXX-12-31 | .. | deadline unresolved"),
    ("He came yesterday.", "yesterday | DATE XXXX-XX-XX | .. | event unresolved"),
    ("He left last week.", "last week | DATE XXXX-WXX | .. | event unresolved"),
    ("It ended two years ago.", "two years ago | DATE XXXX | .. | event unresolved"),
    ("In the third quarter it fell.", "the third quarter | DATE XXXX-Q3 | .. | event unresolved"),
    ("This year is wet.", "This year | DATE XXXX | .. | event unresolved"),
    ("It ends in May.", "May | DATE XXXX-05 | .. | event unresolved"),
    ("Last summer was dry.", "Last summer | DATE XXXX-SU | .. | event unresolved"),
    ("It lasted six months.", "six months | DURATION P6M | .. | duration"),
    ("It ended within six months.", "six months | DURATION P6M | .. | deadline unresolved"),
    ("It ended in 2014.", "2014 | DATE 2014 | 2014-01-01..2014-12-31 | event"),
    ("In the coming months it ends.", "the coming months | DURATION PXM | .. | duration vague unresolved"),
    ("Now it ends.", "Now | DATE PRESENT_REF | .. | event vague"),
    ("It starts at 5 p.m.", "5 p.m. | TIME XXXX-XX-XXT17:00 | .. | event unresolved"),
    ("It was Christmas.", "Christmas | DATE XXXX-12-25 | .. | event unresolved"),
    ("It was year-end.", "year-end | DATE XXXX-12-31 | .. | event unresolved"),
    ("The next day he left.", "The next day | DATE XXXX-XX-XX | .. | event unresolved"),
    ("He came on Sunday the 31st.", "Sunday the 31st | DATE XXXX-XX-31 | .. | event unresolved"),
]


def shown(text: str, found: tuple[TimeExpression, ...]) -> str:
    """Expressions as the tables write them."""
    return " ; ".join(
        f"{time.span.of(text)} | {time.type} {time.value} | {time.start or ''}..{time.end or ''} | {time.role}"
        + " vague" * time.vague
        + " unresolved" * (not time.resolved)
        + (f" {time.offset}" if time.offset else "")
        for time in found
    )


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english(text: str, expected: str) -> None:
    """English expressions come out with span, type, value, days and role, counted from the publish date."""
    assert shown(text, find_times(text, published=PUBLISHED, language="en")) == expected


@pytest.mark.parametrize(("text", "expected"), UNDATED, ids=[text for text, _ in UNDATED])
def test_without_a_publish_date(text: str, expected: str) -> None:
    """What is relative stays unresolved without a publish date, and says so."""
    assert shown(text, find_times(text)) == expected


DIRECTIONS = [
    ("He was arrested on Friday.", "back", "tense", "arrested"),
    ("They will meet on Friday.", "forward", "modal", "will"),
    ("They agreed to meet on Friday.", "forward", "modal", "to"),
    ("It must be done by Friday.", "forward", "preposition", "by"),
    ("Since Friday it has rained.", "back", "preposition", "Since"),
    ("The vote is to be held on Friday.", "forward", "modal", "be held"),
    ("By Friday 20 people had died.", "back", "tense", "had"),
    ("It was due to its rules that he left on Friday.", "back", "tense", "left"),
    ("Friday, at noon", "back", "default", None),
]


@pytest.mark.parametrize(("text", "toward", "why", "word"), DIRECTIONS, ids=[case[0] for case in DIRECTIONS])
def test_direction(text: str, toward: str, why: str, word: str | None) -> None:
    """The direction of an expression comes with the word that settled it."""
    direction = find_times(text, published=PUBLISHED)[0].direction
    assert direction
    assert (direction.toward, direction.why) == (toward, why)
    assert (direction.span.of(text) if direction.span else None) == word


PUBLISHED_IN = [
    ("They agreed to leave by 31 August.", date(2021, 7, 5), "2021-08-31"),
    ("They agreed to leave by 31 August.", date(2021, 9, 5), "2022-08-31"),
    ("US forces must withdraw by December 31.", date(2021, 11, 23), "2021-12-31"),
    ("It reopened in December.", date(2022, 1, 10), "2021-12"),
    ("It will reopen in January.", date(2021, 12, 10), "2022-01"),
    ("Profit rose in the fourth quarter.", date(2022, 1, 20), "2021-Q4"),
    ("It opened on 29 February.", date(2021, 3, 1), "2020-02-29"),
    ("Police said Friday that two men were held.", date(2021, 11, 26), "2021-11-26"),
    ("The fair opens on Easter.", date(2024, 3, 1), "2024-03-31"),
    ("He spoke last weekend.", date(2021, 11, 21), "2021-W45-WE"),
]


@pytest.mark.parametrize(("text", "published", "value"), PUBLISHED_IN, ids=[f"{text} {day}" for text, day, _ in PUBLISHED_IN])
def test_publish_dates(text: str, published: date, value: str) -> None:
    """What is meant depends on when it was published."""
    assert find_times(text, published=published)[0].value == value


def test_published_may_be_a_moment_or_an_instant() -> None:
    """The local day of a `Moment` or a `datetime` counts."""
    late = datetime(2021, 11, 23, 23, 30, tzinfo=UTC)
    moment = Moment.at(late, precision="minute", offset=timedelta(hours=2))
    for published in (late, moment, date(2021, 11, 23)):
        assert find_times("yesterday", published=published)[0].value == "2021-11-22"


def test_a_publish_date_beyond_news_is_none() -> None:
    """A publish date at the ends of the calendar is taken as unknown."""
    assert not find_times("last year", published=date(1, 1, 1))[0].resolved


def test_expressions_go_over_wrapped_lines_only() -> None:
    """A line break within wrapped prose is a space, one between short lines parts expressions."""
    wrapped = "The council of the town of Elmbridge said in a long statement to all that last\nweek was fine."
    assert [time.value for time in find_times(wrapped, published=PUBLISHED)] == ["2021-W46"]
    assert find_times("at last\nweek of joy", published=PUBLISHED) == ()


def test_long_texts_are_cut_between_sentences() -> None:
    """Nothing is lost or found twice where a long text is read in stretches, and spans point into the whole."""
    sentence = "The mayor of Elmbridge said on Friday that the bridge will open in May 2022. "
    text = sentence * 500
    found = find_times(text, published=PUBLISHED)
    assert [time.span.of(text) for time in found] == ["Friday", "May 2022"] * 500


HOSTILE = {
    "digits": "7" * 100_000,
    "numbers": "1999 " * 2000,
    "dots": "1." * 2000,
    "days": "Friday " * 2000,
    "words": "the early by the end of " * 500,
    "one word": "a" * 100_000,
    "lines": "\n" * 50_000,
    "brackets": "(" * 20_000,
    "marks": "a" + "\u0301" * 50_000,
    "no days": "30 February, 31 April, 0 May, 32 June " * 100,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts(text: str) -> None:
    """Nothing is invented in digits without end, and nothing fails."""
    for time in find_times(text, published=PUBLISHED):
        assert text[time.span.start : time.span.end].strip()


PIECES = st.sampled_from(
    [
        "on",
        "by",
        "the",
        "end",
        "of",
        "early",
        "last",
        "next",
        "Friday",
        "Dec.",
        "31",
        "30",
        "February",
        "2021",
        "1999",
        "0",
        "99999",
        "Q3",
        "fiscal",
        "quarter",
        "year",
        "years",
        "ago",
        "later",
        "two",
        "half",
        "a",
        "and",
        "noon",
        "5",
        "p.m.",
        "GMT",
        ",",
        ".",
        "-",
        "(",
        ")",
        "'",
        "'s",
        "/",
        "\n",
        "May",
        "was",
        "will",
        "to",
        "had",
        "½",
        "٣",
        "年",
        "月",
        "日",
        "vor",
        "drei",
        "Jahren",
        "il",
        "y",
        "a",
        "ans",
        "mañana",
        "в",
        "пятницу",
        "أمس",
        "دیروز",
        "下周",
    ]
)
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "es", "it", "pt", "nl", "ar", "fa", "ru", "zh", "ja", "sv"])


def check(text: str, found: tuple[TimeExpression, ...]) -> None:
    """Expressions are in order, apart, inside the text, and their days in order."""
    place = 0
    for time in found:
        assert place <= time.span.start < time.span.end <= len(text)
        assert time.value
        assert time.start is None or time.end is None or time.start <= time.end
        assert time.direction is None or time.direction.span is None or time.direction.span.of(text)
        place = time.span.end


@given(st.lists(PIECES, max_size=40).map(" ".join), LANGUAGES, st.none() | st.dates())
def test_no_words_of_times_fail(text: str, language: str | None, published: date | None) -> None:
    """Whatever the words' order, language and publish date, spans are in range and days in order."""
    check(text, find_times(text, published=published, language=language))


@given(st.text(max_size=200), LANGUAGES)
@settings(max_examples=50)
def test_no_text_fails(text: str, language: str | None) -> None:
    """Any text is read."""
    check(text, find_times(text, published=PUBLISHED, language=language))
