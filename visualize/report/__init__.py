"""The report of a comparison of regions: one offline page, its figures and the data underneath.

from graph.regions import compare
from visualize.report import write_report
write_report(compare(["山东省", "广东省"], "2018-12-25"), Path("report.html"), "zh")
"""

from visualize.report.latex import latex, write_latex
from visualize.report.page import report, write_report
from visualize.report.word import write_docx

__all__ = ["latex", "report", "write_docx", "write_latex", "write_report"]
