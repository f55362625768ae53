"""A web page with a table on its side: labels down the left, a recommendation in each column."""

FILE = "on_its_side_charnwood.html"

TEXT = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Communications peer review: our answer - Charnwood Borough Council</title></head>
<body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/council">Your council</a></nav>
<main>
<h1>Communications peer review: our answer</h1>
<p>Two communications officers from other councils spent a day with us in January 2026. They left three
recommendations, which Cabinet accepted on 12 February 2026.</p>
<table>
<tr><th>Recommendation number</th><td>1</td><td>2</td><td>3</td></tr>
<tr><th>Recommendation</th>
<td>Write letters that can be read at the first attempt.</td>
<td>Tell staff the news before the papers do.</td>
<td>Know which residents never hear from you.</td></tr>
<tr><th>What we will do</th>
<td>The twenty letters that bring in most calls will be written anew and tried out on residents of Shepshed.</td>
<td>A note goes to every depot and office by noon on the day Cabinet meets.</td>
<td>We will ask at the doors of two streets in each ward, and publish what we hear.</td></tr>
<tr><th>Lead officer</th>
<td>Head of Customer Services</td><td>Head of Communications</td><td>Director of Communities</td></tr>
<tr><th>Timescale</th><td>September 2026</td><td>Ongoing</td><td>By 31 March 2027</td></tr>
</table>
</main>
<footer><p>Cookies | Accessibility | Contact us</p></footer>
</body>
</html>
"""


def render() -> bytes:
    return TEXT.encode()
