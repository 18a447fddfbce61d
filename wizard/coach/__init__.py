"""The coach: remarks on what somebody wrote, with rules and word lists from data/coach. It never rewrites.

the text  ->  reading     its letters folded, its sentences, what stands between quotation marks
          ->  wording     what the phrases of data/coach find (rules reads them, phrases is their notation)
          ->  numbers, names
          ->  remarks     each with its place, its reason and a way to mend it
whole: the same for a point, a letter, and what is nobody's business
"""

from wizard.coach.remarks import Remark, most_useful, remarks
from wizard.coach.whole import letter_remarks, point_remarks, privacy

__all__ = ["Remark", "letter_remarks", "most_useful", "point_remarks", "privacy", "remarks"]
