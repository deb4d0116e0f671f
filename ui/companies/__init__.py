"""The page of companies: who do I know there?"""

from ui.companies.page import CompaniesPage

__all__ = ["CompaniesPage"]
